@echo off
rem SPDX-FileCopyrightText: 2026 The jdhat authors
rem SPDX-License-Identifier: Apache-2.0
rem
rem Runs jdhat from a checkout: builds cli\target\jdhat.jar when it is missing, then starts it.
rem After a change of the sources: mvn -B -pl java,cli -am package -DskipTests
setlocal
set "JDHAT_ROOT=%~dp0"
set "JDHAT_JAR=%JDHAT_ROOT%cli\target\jdhat.jar"
set "JDHAT_JAVA=java"
if not defined JAVA_HOME goto on_path
set "JDHAT_JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%JDHAT_JAVA%" goto version
echo jdhat: JAVA_HOME is '%JAVA_HOME%', but there is no bin\java.exe in it: point it at a JDK 17 or newer>&2
exit /b 3

:on_path
where java >nul 2>nul
if not errorlevel 1 goto version
echo jdhat: no java found: install a JDK 17 or newer and put its bin on PATH, or set JAVA_HOME>&2
exit /b 3

:version
rem Java before 17 does not know --enable-native-access (16 knew no such option): the exit code tells.
"%JDHAT_JAVA%" --add-modules java.base --enable-native-access=ALL-UNNAMED -version >nul 2>nul
if not errorlevel 1 goto build
echo jdhat: '%JDHAT_JAVA%' is older than Java 17, which jdhat needs: set JAVA_HOME to a newer one>&2
exit /b 3

:build
if exist "%JDHAT_JAR%" goto start
for %%t in (mvn cmake) do (
  where %%t >nul 2>nul || (
    echo jdhat: %%t not found: install it and put it on PATH to build jdhat>&2
    exit /b 3
  )
)
echo jdhat: building jdhat ...>&2
pushd "%JDHAT_ROOT%"
call mvn -q -B -pl java,cli -am package -DskipTests 1>&2
set "JDHAT_BUILT=%ERRORLEVEL%"
popd
if "%JDHAT_BUILT%"=="0" goto start
echo jdhat: the build failed; its output is above>&2
exit /b 3

:start
"%JDHAT_JAVA%" -XX:+UseSerialGC -jar "%JDHAT_JAR%" %*
exit /b %ERRORLEVEL%
